/**
 * What is wrong with runbooks before they are needed: {@link dev.warroom.check.Checks}. One rule a
 * class; each is described in {@code docs/checks.md} with an example that a test runs.
 */
package dev.warroom.check;
