/**
 * Which key does what, as data: {@link dev.warroom.keys.Bindings}. Help, key line and dispatch are
 * made from it.
 */
package dev.warroom.keys;
