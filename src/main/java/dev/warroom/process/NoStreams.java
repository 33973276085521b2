package dev.warroom.process;

import org.apache.commons.exec.ExecuteStreamHandler;

import java.io.InputStream;
import java.io.OutputStream;

/** Leaves a child's streams to {@link ChildProcess}. */
final class NoStreams implements ExecuteStreamHandler {

    @Override
    public void setProcessErrorStream(InputStream stream) {}

    @Override
    public void setProcessInputStream(OutputStream stream) {}

    @Override
    public void setProcessOutputStream(InputStream stream) {}

    @Override
    public void start() {}

    @Override
    public void stop() {}
}
