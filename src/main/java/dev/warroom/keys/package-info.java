/** Which key does what, as data. */
package dev.warroom.keys;
