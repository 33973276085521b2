package dev.warroom.cli;

import dev.warroom.layout.Layout;
import dev.warroom.problem.Location;
import dev.warroom.problem.Problem;
import dev.warroom.problem.ProblemsException;
import dev.warroom.room.Screen;
import dev.warroom.workspace.LayoutReader;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * The layouts that a workspace can use: those that the program brings along, and its own in their
 * place.
 */
final class Layouts {

    static final String FOLDER = "layouts";

    private Layouts() {}

    /**
     * @throws ProblemsException if one of them is wrong, or the usual one is nowhere
     */
    static Map<String, Layout> of(Path workspace) {
        Map<String, Layout> layouts = new TreeMap<>();
        String home = System.getProperty("warroom.home", "");
        if (!home.isEmpty() && !Path.of(home).equals(workspace)) {
            layouts.putAll(LayoutReader.readAll(Path.of(home, FOLDER)));
        }
        layouts.putAll(LayoutReader.readAll(workspace.resolve(FOLDER)));
        if (!layouts.containsKey(Screen.USUAL_LAYOUT)) {
            throw new ProblemsException(
                    Problem.error(
                            Location.of(workspace.resolve(FOLDER).toString()),
                            "there is no layout " + Screen.USUAL_LAYOUT,
                            "Copy the folder layouts/ of the program there."));
        }
        return layouts;
    }
}
