/**
 * The incident's facts on disk: JSON Lines, one file an incident, each line chained to the one
 * before by its SHA-256. Written by {@link dev.warroom.journal.Journal}, read by {@link
 * dev.warroom.journal.JournalReader}.
 */
package dev.warroom.journal;
