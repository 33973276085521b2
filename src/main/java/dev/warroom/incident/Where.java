package dev.warroom.incident;

/**
 * The way to where a run is, as it was when it was started: names in files may mean something else
 * later.
 *
 * @param host as ssh knows it; empty for the machine the war room runs on
 * @param user who to be there; as ssh has it where it is empty
 * @param as what stands before a command there, such as {@code sudo -n}; may be empty
 */
public record Where(String host, String user, String as) {

    /** This machine, as oneself. */
    public static final Where HERE = new Where("", "", "");

    public boolean local() {
        return host.isEmpty();
    }
}
