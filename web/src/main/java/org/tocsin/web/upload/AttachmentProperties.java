package org.tocsin.web.upload;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.tocsin.stream.AttachmentLog;

/**
 * What files may be added to incidents.
 *
 * @param maxSize the largest file, at most 32MB; default 16MB ({@code TOCSIN_ATTACHMENTS_MAX_SIZE})
 * @param atOnce requests that hold a whole file in memory at the same time, raw bytes of reports
 *     too; default 4 ({@code TOCSIN_ATTACHMENTS_AT_ONCE})
 * @param patience how long another waits for its turn before it is told to come back; default 10s
 *     ({@code TOCSIN_ATTACHMENTS_PATIENCE})
 */
@ConfigurationProperties("tocsin.attachments")
public record AttachmentProperties(
    @DefaultValue("16MB") DataSize maxSize,
    @DefaultValue("4") int atOnce,
    @DefaultValue("10s") Duration patience) {
  /** The most files that may come in one request. */
  static final int MOST_FILES = 10;

  private static final int LARGEST_REQUEST = 4;
  private static final int FORM = 64 * 1024;

  /** Throws IllegalArgumentException for a limit that cannot be. */
  public AttachmentProperties {
    if (maxSize.toBytes() < 1 || maxSize.toBytes() > AttachmentLog.LARGEST) {
      throw new IllegalArgumentException("tocsin.attachments.max-size is 1B to 32MB");
    }
    if (atOnce < 1) {
      throw new IllegalArgumentException("tocsin.attachments.at-once is at least 1");
    }
  }

  /** The largest file, in bytes. */
  public int largest() {
    return (int) maxSize.toBytes();
  }

  /** The largest request with several files, in bytes: four times the largest file, and a form. */
  long largestRequest() {
    return LARGEST_REQUEST * maxSize.toBytes() + FORM;
  }
}
