/** How the screen is split into panes: {@link dev.warroom.layout.Layout}. Pure geometry. */
package dev.warroom.layout;
