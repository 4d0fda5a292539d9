package org.tocsin.engines.process;

import java.nio.file.Path;
import java.util.Map;

/**
 * How one child process is started.
 *
 * @param name what people call it, such as {@code kafka}
 * @param command what runs
 * @param environment variables added to those of this process
 * @param folder where it runs; also holds the guard; made when missing
 * @param log where its output goes; kept between runs, cut when it has grown large
 */
public record ChildSpec(
    String name, JavaCommand command, Map<String, String> environment, Path folder, Path log) {

  /** Takes a copy of the environment. */
  public ChildSpec {
    environment = Map.copyOf(environment);
  }
}
