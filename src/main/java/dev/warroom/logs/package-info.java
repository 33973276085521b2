/** Follows log files. */
package dev.warroom.logs;
