/** A small practice service. */
package dev.warroom.drill;
