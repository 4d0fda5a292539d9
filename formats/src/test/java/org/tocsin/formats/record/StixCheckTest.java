package org.tocsin.formats.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tocsin.model.stix.StixJson;
import org.tocsin.model.stix.StixObject;
import tools.jackson.databind.node.ObjectNode;

/** What finds nothing wrong must be able to. */
class StixCheckTest {
  @Test
  void shouldFindWhatIsWrong() {
    Optional<StixCheck> check = StixCheck.find();
    assumeTrue(check.isPresent(), "skipped: no shared/schemas above this folder");
    for (String json :
        List.of(
            "{\"type\":\"ipv4-addr\",\"id\":\"ipv4-addr--x\",\"value\":\"192.0.2.1\"}",
            "{\"type\":\"ipv4-addr\",\"id\":\"ipv4-addr--28bb3599-77cd-5a82-a950-b5bc3caf07c4\","
                + "\"value\":\"192.0.2.300\"}",
            "{\"type\":\"url\",\"id\":\"url--28bb3599-77cd-5a82-a950-b5bc3caf07c4\","
                + "\"value\":\"no url\"}",
            "{\"type\":\"domain-name\",\"id\":\"domain-name--28bb3599-77cd-5a82-a950-b5bc3caf07c4\","
                + "\"value\":\"-a-.example\"}",
            "{\"type\":\"observed-data\"}")) {
      ObjectNode object = (ObjectNode) StixJson.MAPPER.readTree(json);
      assertThat(check.get().errors(new StixObject(object))).as(json).isNotEmpty();
    }
  }
}
