/**
 * Practice: {@link dev.warroom.drill.Drill} starts a small production of its own, {@link
 * dev.warroom.drill.PracticeProduction}, with a real fault in it.
 */
package dev.warroom.drill;
