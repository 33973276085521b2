/** Writes what happened for people: {@link dev.warroom.report.PostMortem}. */
package dev.warroom.report;
