/** Writes what happened for people. */
package dev.warroom.report;
