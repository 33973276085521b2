package dev.warroom.policy;

import java.util.List;

/**
 * What a message is made from; {@code {name}} stands for a value.
 *
 * @param name such as {@code status-update}
 * @param text with LF line ends
 */
public record Template(String name, String text) {

    public static final String DECLARATION = "declaration";
    public static final String UPDATE = "status-update";
    public static final String RESOLUTION = "resolution";
    public static final String ESCALATION = "escalation";

    /** Those that the program brings along; a workspace's {@code templates/} replaces them. */
    public static final List<Template> USUAL =
            List.of(
                    new Template(
                            DECLARATION,
                            """
                            INCIDENT {id} DECLARED - {severity}: {title}

                            Service: {service_name}
                            Status: {status}
                            Impact: {impact_description}
                            ETA: {estimated_time_to_resolution}
                            """),
                    new Template(
                            UPDATE,
                            """
                            STATUS UPDATE {id} - {severity}, {time_elapsed} in

                            Status: {status}
                            Done since the last update:
                            {actions}
                            Next: {next_steps}
                            ETA: {updated_eta}
                            """),
                    new Template(
                            RESOLUTION,
                            """
                            INCIDENT {id} RESOLVED

                            Service: {service_name}
                            Duration: {total_duration}
                            Root cause: {root_cause}
                            Resolution: {resolution}
                            Post-mortem: {scheduled_date}
                            """),
                    new Template(
                            ESCALATION,
                            """
                            {level_name} (level {level}): {id} {severity} needs you.

                            {title}
                            Why: {reason}
                            Running for {time_elapsed}. Status: {status}
                            An answer is due by {answer_due}.
                            """));
}
