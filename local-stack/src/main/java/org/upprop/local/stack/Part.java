package org.upprop.local.stack;

/** What the stack consists of: something that can be started again and again under one name. */
interface Part {

    String name();

    /** Ends what an earlier stack left running because it was killed itself, and says so. */
    void stopLeftover();

    /** Returns when it runs, which for a service is before it is ready. */
    Running start();

    /** One life of a part. */
    interface Running {

        long pid();

        boolean isAlive();

        boolean isReady();

        /** Ends it in good order and waits for that, whoever interrupts; nothing happens where it has ended. */
        void stop();

        /** Ends it as a crash would. */
        void kill();
    }
}
