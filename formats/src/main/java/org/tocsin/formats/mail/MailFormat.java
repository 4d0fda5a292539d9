package org.tocsin.formats.mail;

import java.util.List;
import java.util.function.Predicate;
import org.tocsin.formats.Format;
import org.tocsin.formats.Sample;
import org.tocsin.formats.framing.Framing;
import org.tocsin.formats.mail.mime.Letter;
import org.tocsin.formats.mail.signature.Keys;
import org.tocsin.model.incident.MailThread;
import org.tocsin.model.report.NodeNamespace;
import org.tocsin.model.report.Normalised;
import org.tocsin.model.report.RawRecord;

/**
 * One mail (RFC 5322): feedback reports (ARF), X-ARF, delivery reports and automatic replies, and
 * what people write.
 */
public final class MailFormat implements Format {
  /** The format's name. */
  public static final String NAME = "mail";

  /** The name it has for a mail that came as a file in another one. */
  public static final String ATTACHED = "attached-mail";

  private final String name;
  private final Keys keys;
  private final Predicate<Sample> files;

  /** Mail of people none of whose keys is known, and with which no format reads any file. */
  public MailFormat() {
    this(Keys.NONE, file -> false);
  }

  /** Mail whose signatures are checked by those keys. */
  public MailFormat(Keys keys) {
    this(keys, file -> false);
  }

  /**
   * Mail.
   *
   * @param keys check its signatures
   * @param files says whether a format reads a file that came with it
   */
  public MailFormat(Keys keys, Predicate<Sample> files) {
    this(NAME, keys, files);
  }

  private MailFormat(String name, Keys keys, Predicate<Sample> files) {
    this.name = name;
    this.keys = keys;
    this.files = files;
  }

  /**
   * The same for mails that came as files in others. What people wrote in them is what the mail
   * around them shows, and makes no incident of its own; nothing is recognised as such.
   */
  public MailFormat attached() {
    return new MailFormat(ATTACHED, keys, files);
  }

  /** Whether that is the name of one of the two. */
  public static boolean isMail(String format) {
    return format.equals(NAME) || format.equals(ATTACHED);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int version() {
    return 3;
  }

  @Override
  public int recognise(Sample sample) {
    return isAttached() ? 0 : MailLook.at(sample);
  }

  @Override
  public Framing framing() {
    return Framing.WHOLE;
  }

  @Override
  public Normalised normalise(RawRecord raw, NodeNamespace namespace) {
    return new MailReading(raw, namespace, keys, this::isReport).read();
  }

  /**
   * Whether a mail that is none of a known form is somebody's report. One that only brings files
   * that are read, with no more than a note, is not, unless it is part of an exchange.
   */
  private boolean isReport(Letter letter) {
    return !isAttached()
        && (letter.header().has("in-reply-to")
            || letter.header().has("references")
            || MailThread.number(letter.header().first("subject").orElse("")).isPresent()
            || !onlyBringsFiles(letter));
  }

  private boolean onlyBringsFiles(Letter letter) {
    List<Attachment> all = Attachment.in(letter.content());
    return !all.isEmpty() && all.stream().allMatch(this::isRead) && !CoveringNote.isMore(letter);
  }

  private boolean isRead(Attachment file) {
    Sample sample = PackedFile.sample(file);
    return sample.head().length > 0 && files.test(sample) && PackedFile.isWhole(file);
  }

  private boolean isAttached() {
    return name.equals(ATTACHED);
  }
}
