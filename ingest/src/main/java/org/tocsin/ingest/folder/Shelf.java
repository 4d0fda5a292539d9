package org.tocsin.ingest.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where files go that were looked at: below the same folder, under a hidden name. */
final class Shelf {
  private final Path root;

  Shelf(Path root) {
    this.root = root;
  }

  /** Puts a file that was taken aside. */
  void done(Path file) throws IOException {
    Files.move(file, free(".done", file));
  }

  /** Puts a file that can't be taken aside, with the reason in a file beside it. */
  void failed(Path file, String reason) throws IOException {
    Path target = free(".failed", file);
    Files.move(file, target);
    Files.writeString(target.resolveSibling(target.getFileName() + ".txt"), reason + "\n");
  }

  /** The file's own name, or the first one with a number that is not taken. */
  private Path free(String shelf, Path file) throws IOException {
    Path wanted = root.resolve(shelf).resolve(root.relativize(file));
    Files.createDirectories(wanted.resolveSibling("."));
    Path free = wanted;
    for (int i = 1; Files.exists(free); i++) {
      free = wanted.resolveSibling(wanted.getFileName() + "." + i);
    }
    return free;
  }
}
