package org.tocsin.model.sharing;

import org.tocsin.model.directory.Concerned;
import org.tocsin.model.tlp.Tlp;

/**
 * What the policy looks at of one thing.
 *
 * @param tlp how far it may travel
 * @param submitter who sent it in
 * @param audience whom it was addressed to
 * @param concerned what of the net it tells about
 * @param personal whether nothing is left of it once what is personal is taken out
 */
public record Marked(
    Tlp tlp, String submitter, Audience audience, Concerned concerned, boolean personal) {

  /** Something that was addressed to somebody or tells about somebody's part of the net. */
  public Marked(Tlp tlp, String submitter, Audience audience, Concerned concerned) {
    this(tlp, submitter, audience, concerned, false);
  }

  /** Something that was addressed to nobody and tells nothing about the net. */
  public static Marked of(Tlp tlp, String submitter) {
    return new Marked(tlp, submitter, Audience.NOBODY, Concerned.NOTHING);
  }

  /**
   * A submission, or what is known of one. It may hold more than the objects made of it, whatever
   * level was declared, so it counts as RED and is addressed to nobody.
   */
  public static Marked submission(String submitter) {
    return of(Tlp.RED, submitter);
  }
}
