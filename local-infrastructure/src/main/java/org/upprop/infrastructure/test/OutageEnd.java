package org.upprop.infrastructure.test;

import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/** Resumes what a test left paused, which would let all the later ones fail. */
final class OutageEnd implements TestExecutionListener {

    @Override
    public void afterTestMethod(TestContext test) {
        if (test.hasApplicationContext()) {
            var infrastructure = test.getApplicationContext().getBean(Infrastructure.class);
            infrastructure.resumeKafka();
            infrastructure.resumePostgres();
        }
    }
}
