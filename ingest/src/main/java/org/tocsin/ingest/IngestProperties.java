package org.tocsin.ingest;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.tocsin.ingest.folder.FolderSettings;
import org.tocsin.ingest.submission.RoomLimits;
import org.tocsin.ingest.unpack.UnpackLimits;
import org.tocsin.model.report.Origin;
import org.tocsin.model.tlp.Tlp;

/**
 * How submissions are taken.
 *
 * @param spool folder for archives and large records while they are being taken; empty, the
 *     default, for the system's temporary one
 * @param limits what one submission may be
 * @param room what all submissions together may take
 * @param folder the watched folder
 */
@ConfigurationProperties("tocsin.ingest")
public record IngestProperties(
    @DefaultValue("") String spool,
    @DefaultValue Limits limits,
    @DefaultValue Room room,
    @DefaultValue Folder folder) {

  /** The key that switches the watched folder on. */
  static final String FOLDER_PATH = "tocsin.ingest.folder.path";

  Path spoolFolder() {
    return Path.of(spool.isBlank() ? System.getProperty("java.io.tmpdir") : spool);
  }

  /**
   * What one submission may be.
   *
   * @param bytes largest submission, unpacked; default 2GB
   * @param ratio how many bytes one packed byte may become; default 200
   * @param entries how many files may come together; default 1000
   * @param archive largest zip archive, packed; default 256MB
   */
  public record Limits(
      @DefaultValue("2GB") DataSize bytes,
      @DefaultValue("200") int ratio,
      @DefaultValue("1000") int entries,
      @DefaultValue("256MB") DataSize archive) {
    UnpackLimits toLimits() {
      return new UnpackLimits(bytes.toBytes(), ratio, entries, archive.toBytes());
    }
  }

  /**
   * What all submissions together may take.
   *
   * @param submissions how many are read at the same time, three quarters of them at most from
   *     machines; default 32
   * @param largeRecords how many records over 2 MiB are held at the same time; default 1
   * @param inFlight bytes on their way to Kafka, together; below the producer's buffer; default
   *     32MB
   * @param window bytes on their way to Kafka, of one submission; default 16MB
   * @param archives disk for archives, together; default 1GB
   * @param patience how long a submission waits for its turn before it is asked to come again;
   *     default 2m
   */
  public record Room(
      @DefaultValue("32") int submissions,
      @DefaultValue("1") int largeRecords,
      @DefaultValue("32MB") DataSize inFlight,
      @DefaultValue("16MB") DataSize window,
      @DefaultValue("1GB") DataSize archives,
      @DefaultValue("2m") Duration patience) {
    RoomLimits toLimits() {
      return new RoomLimits(
          submissions, largeRecords, inFlight.toBytes(), window.toBytes(), patience);
    }
  }

  /**
   * The watched folder.
   *
   * @param path where it is; empty, the default, for none
   * @param provider provider of files in no provider's folder; default {@code national-cert}
   * @param feed feed of files in no feed's folder; default {@code reports}
   * @param tlp the level declared for all its files; default none, which means AMBER where the
   *     content says nothing
   * @param loosestTlp the loosest level its files may claim; default CLEAR
   * @param poll how often to look; default 5s
   */
  public record Folder(
      @DefaultValue("") String path,
      @DefaultValue("national-cert") String provider,
      @DefaultValue("reports") String feed,
      @Nullable Tlp tlp,
      @DefaultValue("CLEAR") Tlp loosestTlp,
      @DefaultValue("5s") Duration poll) {
    FolderSettings toSettings() {
      Path absolute = Path.of(path).toAbsolutePath().normalize();
      return new FolderSettings(absolute, new Origin(provider, feed), tlp, loosestTlp, poll);
    }
  }
}
