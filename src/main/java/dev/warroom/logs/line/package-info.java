/**
 * Reads what a log line says of itself, its level, its time and where its message begins: {@link
 * dev.warroom.logs.line.LineReader}.
 */
package dev.warroom.logs.line;
