/** Long runs of the property tests with random seeds: started by scripts/dev/fuzz. */
package dev.warroom.fuzz;
