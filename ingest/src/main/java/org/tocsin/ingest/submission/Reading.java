package org.tocsin.ingest.submission;

import java.io.InputStream;
import java.util.function.Function;
import org.tocsin.formats.framing.Framer;

/**
 * How a submission is read.
 *
 * @param format name of the format
 * @param framers makes the framer that cuts it
 */
public record Reading(String format, Function<InputStream, Framer> framers) {}
