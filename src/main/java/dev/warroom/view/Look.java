package dev.warroom.view;

import java.time.ZoneId;

/**
 * How a person wants it drawn.
 *
 * @param zone in which times of day are shown
 * @param unicode whether borders and symbols may be more than ASCII
 */
public record Look(ZoneId zone, boolean unicode) {}
