/** Markdown, written for people, read as runbooks: {@link dev.warroom.runbook.Library}. */
package dev.warroom.runbook;
