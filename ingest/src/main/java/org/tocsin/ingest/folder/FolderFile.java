package org.tocsin.ingest.folder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.tocsin.ingest.refusal.Refusal;
import org.tocsin.ingest.refusal.RefusedException;
import org.tocsin.ingest.registration.Terms;
import org.tocsin.ingest.submission.SubmissionRequest;
import org.tocsin.model.report.Origin;

/** A file of the watched folder as a submission. */
final class FolderFile {
  /** Who submits what lies in the folder. */
  static final String SUBMITTER = "folder";

  private final FolderSettings settings;
  private final Found found;

  FolderFile(FolderSettings settings, Found found) {
    this.settings = settings;
    this.found = found;
  }

  /** Its bytes; closing is the caller's. */
  InputStream open() throws IOException {
    return Files.newInputStream(found.path(), LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * What is known of it. Its key is made of where it lies, its size and time and its bytes, so that
   * taking it again after a crash fills the same slots, and a file of the same name with the same
   * bytes on another day is a submission of its own.
   */
  SubmissionRequest request() throws IOException {
    return new SubmissionRequest(
        SUBMITTER,
        new Terms(origin(), settings.tlp(), settings.loosest()),
        true,
        String.valueOf(found.path().getFileName()),
        null,
        null,
        found.size(),
        key(),
        0);
  }

  private Origin origin() {
    Path relative = settings.path().relativize(found.path());
    Origin flat = settings.flat();
    try {
      return switch (relative.getNameCount()) {
        case 1 -> flat;
        case 2 -> new Origin(relative.getName(0).toString(), flat.feed());
        default -> new Origin(relative.getName(0).toString(), relative.getName(1).toString());
      };
    } catch (IllegalArgumentException e) {
      throw new RefusedException(
          Refusal.BAD_PARAMETER,
          "The folders are named for provider and feed: 1 to 64 of a-z 0-9 . _ - each.",
          e);
    }
  }

  private String key() throws IOException {
    MessageDigest sha256 = sha256();
    String place = settings.path().relativize(found.path()).toString();
    String head = place + "\n" + found.size() + "\n" + found.modified() + "\n";
    sha256.update(head.getBytes(StandardCharsets.UTF_8));
    byte[] chunk = new byte[64 * 1024];
    try (InputStream in = open()) {
      for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
        sha256.update(chunk, 0, read);
      }
    }
    return HexFormat.of().formatHex(sha256.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
