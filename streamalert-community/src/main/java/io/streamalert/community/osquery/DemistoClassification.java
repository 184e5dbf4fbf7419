package io.streamalert.community.osquery;

import io.streamalert.alert.Alert;
import io.streamalert.publish.Publication;
import io.streamalert.publish.Publisher;
import io.streamalert.record.FieldValue;
import java.util.Map;

/** Tells Demisto what a rule put into the context {@code demisto}: incident type, playbook and more. */
public final class DemistoClassification implements Publisher {

  /** The name by which rules ask for it, that of StreamAlert 3.5. */
  public static final String NAME = "publishers.sample.sample_demisto.demisto_classification";

  /** Makes the publisher. */
  public DemistoClassification() {}

  @Override
  public Publication publish(Alert alert, Publication previous) {
    Publication publication = previous;
    FieldValue classification = alert.context().getOrDefault("demisto", FieldValue.missing());
    for (Map.Entry<String, FieldValue> field : classification.fields().entrySet()) {
      publication = publication.with("@demisto." + field.getKey(), field.getValue());
    }
    return publication;
  }
}
