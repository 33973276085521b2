/**
 * Reads what a team wrote: {@link dev.warroom.workspace.WorkspaceReader} its rules, {@link
 * dev.warroom.workspace.LayoutReader} its layouts, {@link dev.warroom.workspace.RunbookFiles} its
 * runbooks' text. Everything wrong is found at once, with its place.
 */
package dev.warroom.workspace;
