/**
 * What a period comes to, against the team's targets: pure. docs/metrics.md defines each figure.
 */
package dev.warroom.figures;
