package dev.warroom.runbook;

import java.util.List;

/**
 * A message to be filled and sent.
 *
 * @param title of the heading it stands under
 * @param file as the workspace names it
 * @param line of its first line, counted from 1
 * @param text as written
 * @param placeholders what must be filled before it is sent
 */
public record Template(
        String title, String file, int line, String text, List<Placeholder> placeholders) {

    public Template {
        placeholders = Later.copyOf(placeholders);
    }
}
