/** Follows log files through rotation and truncation: {@link dev.warroom.logs.LogFollower}. */
package dev.warroom.logs;
