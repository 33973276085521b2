/** What probes found, added up by the minute and by the hour: pure. */
package dev.warroom.history;
