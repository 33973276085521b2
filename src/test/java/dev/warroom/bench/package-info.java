/**
 * Measurements of what people wait for: started by scripts/dev/bench, explained in
 * docs/performance.md.
 */
package dev.warroom.bench;
