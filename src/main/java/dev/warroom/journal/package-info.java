/** The incident's facts on disk. */
package dev.warroom.journal;
