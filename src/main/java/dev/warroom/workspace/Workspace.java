package dev.warroom.workspace;

import dev.warroom.policy.Policy;

import java.nio.file.Path;

/**
 * A team's folder.
 *
 * @param folder where {@code warroom.yaml}, {@code runbooks/}, {@code layouts/} and {@code
 *     scripts/} are
 * @param policy what {@code warroom.yaml} says
 */
public record Workspace(Path folder, Policy policy) {}
