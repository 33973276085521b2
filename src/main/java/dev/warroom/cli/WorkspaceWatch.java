package dev.warroom.cli;

import dev.warroom.problem.ProblemsException;
import dev.warroom.room.Notice;
import dev.warroom.room.Signal;
import dev.warroom.workspace.RunbookFiles;

import org.apache.commons.io.monitor.FileAlterationListenerAdaptor;
import org.apache.commons.io.monitor.FileAlterationMonitor;
import org.apache.commons.io.monitor.FileAlterationObserver;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Brings changed layouts and runbooks into the room; what is wrong with them leaves the last good
 * ones.
 */
final class WorkspaceWatch implements AutoCloseable {

    private static final long EVERY_MILLIS = 2_000;
    private static final long CLOSE_MILLIS = 500;

    private final FileAlterationMonitor monitor;

    private WorkspaceWatch(FileAlterationMonitor monitor) {
        this.monitor = monitor;
    }

    static WorkspaceWatch start(Path workspace, Inbox inbox) throws IOException {
        FileAlterationMonitor monitor = new FileAlterationMonitor(EVERY_MILLIS);
        monitor.setThreadFactory(
                task -> Thread.ofPlatform().daemon().name("workspace-watch").unstarted(task));
        Path layouts = workspace.resolve(Layouts.FOLDER);
        monitor.addObserver(
                observer(
                        layouts,
                        name -> name.endsWith(".yaml"),
                        inbox,
                        () -> new Signal.LayoutsRead(Layouts.of(workspace))));
        monitor.addObserver(
                observer(
                        workspace.resolve("runbooks"),
                        RunbookFiles::isMarkdown,
                        inbox,
                        () -> Signal.LibraryRead.of(Runbooks.ofWorkspace(workspace))));
        try {
            monitor.start();
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("the workspace cannot be watched", e);
        }
        return new WorkspaceWatch(monitor);
    }

    private static FileAlterationObserver observer(
            Path folder, Predicate<String> named, Inbox inbox, Supplier<Signal> read)
            throws IOException {
        FileAlterationObserver observer =
                FileAlterationObserver.builder()
                        .setFile(folder.toFile())
                        .setFileFilter(file -> file.isDirectory() || named.test(file.getName()))
                        .get();
        observer.addListener(
                new FileAlterationListenerAdaptor() {
                    private boolean changed;

                    @Override
                    public void onFileChange(File file) {
                        changed = true;
                    }

                    @Override
                    public void onFileCreate(File file) {
                        changed = true;
                    }

                    @Override
                    public void onFileDelete(File file) {
                        changed = true;
                    }

                    @Override
                    public void onStop(FileAlterationObserver it) {
                        if (changed) {
                            changed = false;
                            tell(folder, inbox, read);
                        }
                    }
                });
        return observer;
    }

    private static void tell(Path folder, Inbox inbox, Supplier<Signal> read) {
        try {
            Signal signal = read.get();
            inbox.put(signal);
            if (signal instanceof Signal.LayoutsRead) {
                String words = folder.getFileName() + "/ has changed and was read again.";
                inbox.put(new Signal.Said(Notice.plain(words)));
            }
        } catch (ProblemsException e) {
            String first = e.problems().getFirst().toString().replaceAll("\\s*\\R\\s*", " ");
            inbox.put(new Signal.Said(Notice.bad(first + " The last good ones stay.")));
        }
    }

    @Override
    public void close() throws IOException {
        try {
            monitor.stop(CLOSE_MILLIS);
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("the watch of the workspace did not end", e);
        }
    }
}
