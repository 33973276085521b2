/** What tests of all subjects share. */
package dev.warroom.testing;
