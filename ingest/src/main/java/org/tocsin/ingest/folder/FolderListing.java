package org.tocsin.ingest.folder;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;

/**
 * Lists what may be taken from a folder: regular files up to two folders deep, none that is hidden
 * or still being written by its name, and no links, which could lead anywhere.
 */
final class FolderListing extends SimpleFileVisitor<Path> {
  /** How many files are looked at in one go. */
  private static final int MOST = 10_000;

  /** File, or provider/file, or provider/feed/file. */
  private static final int DEPTH = 3;

  private final Path root;
  private final List<Found> found = new ArrayList<>();

  private FolderListing(Path root) {
    this.root = root;
  }

  /** The files, the one waiting longest first. */
  static List<Found> of(Path root) throws IOException {
    FolderListing listing = new FolderListing(root);
    Files.walkFileTree(root, EnumSet.noneOf(FileVisitOption.class), DEPTH, listing);
    listing.found.sort(Comparator.comparingLong(Found::modified).thenComparing(Found::path));
    return listing.found;
  }

  @Override
  public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
    return !directory.equals(root) && isHidden(directory)
        ? FileVisitResult.SKIP_SUBTREE
        : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    String name = name(file);
    boolean unfinished = name.endsWith(".part") || name.endsWith(".tmp");
    if (attributes.isRegularFile() && !isHidden(file) && !unfinished) {
      found.add(Found.of(file, attributes));
    }
    return found.size() < MOST ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
    if (file.equals(root)) {
      throw failure;
    }
    return FileVisitResult.CONTINUE;
  }

  private static boolean isHidden(Path path) {
    return name(path).startsWith(".");
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
  }
}
