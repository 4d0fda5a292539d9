package org.tocsin.engines;

import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import org.tocsin.engines.process.ProcessFailedException;

/**
 * One program of others that Tocsin runs on: on loopback, supervised, with its data kept between
 * runs.
 */
public sealed interface Engine permits ProcessEngine {

  /** Which one it is. */
  EngineKind kind();

  /**
   * Starts the process and its supervision; returns before it is ready. Does nothing when it runs.
   *
   * @throws ProcessFailedException when it cannot be laid out or started
   */
  void start();

  /**
   * Waits until it answers and is known to be the process that was started here.
   *
   * @param timeout longest wait
   * @return time since its process was started
   * @throws ProcessFailedException when it ended or did not answer in time
   */
  Duration awaitReady(Duration timeout) throws InterruptedException;

  /** Whether it answers now; asks it. */
  boolean isReady();

  /** Host and port for Kafka, a URL without a trailing slash for the others. Fixed once started. */
  String address();

  /** Its process id; empty while none runs. */
  OptionalLong pid();

  /** Where its output goes. */
  Path logFile();

  /** Kills it as a power cut would (signal 9) and returns when it is gone; it is then restarted. */
  void kill();

  /** Stops it and its supervision; returns when the process is gone. */
  void stop();
}
