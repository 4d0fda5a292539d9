package org.tocsin.formats.mail;

import org.tocsin.formats.Format;
import org.tocsin.formats.Sample;
import org.tocsin.formats.framing.Framing;
import org.tocsin.formats.mail.signature.Keys;
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

  private final Keys keys;

  /** Mail of people none of whose keys is known. */
  public MailFormat() {
    this(Keys.NONE);
  }

  /** Mail whose signatures are checked by those keys. */
  public MailFormat(Keys keys) {
    this.keys = keys;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public int version() {
    return 2;
  }

  @Override
  public int recognise(Sample sample) {
    return MailLook.at(sample);
  }

  @Override
  public Framing framing() {
    return Framing.WHOLE;
  }

  @Override
  public Normalised normalise(RawRecord raw, NodeNamespace namespace) {
    return new MailReading(raw, namespace, keys).read();
  }
}
