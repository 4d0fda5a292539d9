package org.tocsin.stream;

import java.util.UUID;
import org.tocsin.model.incident.Attachment.Place;

/** The bytes of files that people added to incidents, for ever. Thread-safe. */
public interface AttachmentLog extends AutoCloseable {
  /** The most bytes a file may have: it is kept in one record. */
  int LARGEST = 32 * 1024 * 1024;

  /**
   * Keeps the bytes of a file, and returns once all in-sync replicas have them.
   *
   * @param incident what it is added to
   * @param command the command that is going to add it
   * @return where they are
   * @throws IllegalArgumentException when they are more than {@link #LARGEST}
   * @throws StreamUnavailableException when Kafka does not acknowledge in time
   */
  Place append(UUID incident, UUID command, byte[] bytes);

  /**
   * Reads them back: only what that command added to that incident.
   *
   * @throws java.util.NoSuchElementException when there is something else, or nothing
   * @throws StreamUnavailableException when Kafka does not answer
   */
  byte[] read(UUID incident, UUID command, Place place);

  @Override
  void close();
}
