package dev.warroom.workspace;

import dev.warroom.problem.Problem;

import java.util.Optional;

/**
 * A Markdown file as text.
 *
 * @param name relative to the workspace, with {@code /}: {@code runbooks/p1.md}
 * @param text without a byte order mark; empty where it could not be read
 * @param problem what was wrong with it, or with what it stands for
 */
public record RunbookFile(String name, String text, Optional<Problem> problem) {}
