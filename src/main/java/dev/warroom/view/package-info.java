/** Draws the room. */
package dev.warroom.view;
