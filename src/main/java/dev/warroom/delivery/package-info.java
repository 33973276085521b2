/**
 * Puts the program on another host, beside the versions that are there: {@link
 * dev.warroom.delivery.Delivery}.
 */
package dev.warroom.delivery;
