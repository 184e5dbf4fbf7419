package com.example.docs;

import com.example.docs.NotebookTest.Notebook;
import io.streamalert.output.OutputDispatcher;
import io.streamalert.testkit.OutputContract;
import java.util.List;
import java.util.Optional;

// docs: outputs-contract
class NotebookContractTest extends OutputContract {

  private final Notebook notebook = new Notebook(Integer.MAX_VALUE);

  @Override
  protected OutputDispatcher healthy() {
    return notebook;
  }

  @Override
  protected OutputDispatcher broken() {
    return new Notebook(0);
  }

  @Override
  protected Optional<OutputDispatcher> rejecting() {
    return Optional.empty();
  }

  @Override
  protected List<String> received() {
    return notebook.pages();
  }
}
// end
