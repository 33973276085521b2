/** Finds the runbook that fits what a person sees: {@link dev.warroom.search.RunbookSearch}. */
package dev.warroom.search;
