package org.tocsin.launcher.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What runs in a home folder, as its supervisor notes it.
 *
 * @param ready whether everything has answered
 * @param supervisor the process that watches over the parts
 * @param parts what it has started so far
 */
public record RunState(boolean ready, ProcessMark supervisor, List<Part> parts) {

  private static final JsonMapper JSON = new JsonMapper();

  /** Takes a copy. */
  public RunState {
    parts = List.copyOf(parts);
  }

  /** The notes of a home folder, when its supervisor still runs. */
  public static Optional<RunState> running(Home home) {
    return read(home).filter(state -> state.supervisor().find().isPresent());
  }

  /** The notes of a home folder, also of a supervisor that is gone. */
  public static Optional<RunState> read(Home home) {
    try {
      return Optional.of(JSON.readValue(Files.readAllBytes(home.stateFile()), RunState.class));
    } catch (IOException | JacksonException e) {
      return Optional.empty();
    }
  }

  /**
   * The address of a part.
   *
   * @throws LauncherException when it does not run
   */
  public String address(String part) {
    return parts.stream()
        .filter(known -> known.name().equals(part))
        .findFirst()
        .map(Part::address)
        .orElseThrow(() -> new LauncherException(part + " does not run; start it: ./tocsin up"));
  }

  /** Keeps the notes, in one step. */
  void write(Home home) throws IOException {
    Path file = home.stateFile();
    Files.createDirectories(home.folder().resolve("run"));
    Path unfinished = file.resolveSibling("state.json.tmp");
    Files.write(unfinished, JSON.writeValueAsBytes(this));
    Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Forgets everything. */
  static void delete(Home home) throws IOException {
    Files.deleteIfExists(home.stateFile());
  }
}
