package dev.warroom.runbook;

import java.util.LinkedHashMap;

/**
 * The files that were looked into last, read whole. Others are read again when somebody looks into
 * them, so that going through a large library does not keep all of it.
 */
final class LastOpened {

    private final long most;
    private final LinkedHashMap<Whole, Whole.Read> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long letters;

    /**
     * @param most letters that the files have together; that which was opened last is kept whatever
     *     its length
     */
    LastOpened(long most) {
        this.most = most;
    }

    synchronized Library of(Whole whole) {
        Whole.Read known = kept.get(whole);
        if (known != null) {
            return known.library();
        }
        Whole.Read read = whole.read();
        letters += read.letters();
        var eldest = kept.entrySet().iterator();
        while (letters > most && eldest.hasNext()) {
            letters -= eldest.next().getValue().letters();
            eldest.remove();
        }
        kept.put(whole, read);
        return read.library();
    }
}
