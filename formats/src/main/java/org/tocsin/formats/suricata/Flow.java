package org.tocsin.formats.suricata;

import org.jspecify.annotations.Nullable;
import org.tocsin.formats.record.JsonValues;
import tools.jackson.databind.JsonNode;

/**
 * Who talked to whom. What an event calls its source sent the packet that the rule looked at, which
 * may well be a server's answer; who began to talk is said beside it, by newer versions only.
 *
 * @param sender of that packet
 * @param receiver of that packet
 * @param answer whether the sender is who was talked to
 */
record Flow(End sender, End receiver, boolean answer) {
  /**
   * One end.
   *
   * @param ip its address, null where it is not said
   * @param port its port, null where there is none
   */
  record End(@Nullable String ip, @Nullable String port) {
    private static End of(JsonNode node, String prefix) {
      return new End(JsonValues.text(node, prefix + "ip"), JsonValues.text(node, prefix + "port"));
    }
  }

  /** The flow an event belongs to. */
  static Flow of(JsonNode event) {
    End sender = End.of(event, "src_");
    End receiver = End.of(event, "dest_");
    End first = End.of(event.path("flow"), "src_");
    boolean said = first.equals(sender) || first.equals(receiver);
    boolean answer =
        said ? !first.equals(sender) : "to_client".equals(JsonValues.text(event, "direction"));
    return new Flow(sender, receiver, answer);
  }

  /** Who began to talk. */
  End client() {
    return answer ? receiver : sender;
  }

  /** Who was talked to. */
  End server() {
    return answer ? sender : receiver;
  }

  /** The end with the address that is named there; null where it is neither of them. */
  @Nullable End named(JsonNode node) {
    String ip = JsonValues.text(node, "ip");
    if (ip == null) {
      return null;
    }
    return ip.equals(sender.ip()) ? sender : ip.equals(receiver.ip()) ? receiver : null;
  }

  /** The other end. */
  End opposite(End end) {
    return end.equals(sender) ? receiver : sender;
  }
}
