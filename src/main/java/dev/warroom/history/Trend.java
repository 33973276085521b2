package dev.warroom.history;

/**
 * The figure that a probe's graph shows, over some looks.
 *
 * @param sum of all figures
 * @param many how many there were
 * @param largest of them; 0 where there were none
 * @param unit may be empty
 */
public record Trend(double sum, long many, double largest, String unit) {

    public static final Trend NONE = new Trend(0, 0, 0, "");

    /** One figure; one that is no number counts as none. */
    public static Trend of(double figure, String unit) {
        return Double.isFinite(figure) ? new Trend(figure, 1, figure, unit) : NONE;
    }

    /** Both together; of two units the newer one stays, with its figures only. */
    public Trend plus(Trend newer) {
        if (many == 0 || newer.many > 0 && !newer.unit.equals(unit)) {
            return newer.many == 0 ? this : newer;
        }
        return newer.many == 0
                ? this
                : new Trend(
                        sum + newer.sum, many + newer.many, Math.max(largest, newer.largest), unit);
    }

    /** 0 where there are none. */
    public double mean() {
        return many == 0 ? 0 : sum / many;
    }
}
