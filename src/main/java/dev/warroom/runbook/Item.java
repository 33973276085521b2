package dev.warroom.runbook;

import java.util.List;

/**
 * What stands in a section: a {@link Step}, or a {@link Choice} between options that have steps.
 */
public sealed interface Item permits Step, Choice {

    String id();

    /** The same; its steps that name no target run on {@code target}. */
    Item on(String target);

    /** The steps in it. */
    List<Step> steps();
}
