package org.upprop.intake.web;

import org.apache.catalina.Container;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** What only the server can do: hang up on who is refused, and answer what reaches no filter. */
@Component
class TomcatDoor implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        server.addEngineValves(new HangUp());
        // Who asks before sending is asked on only when the body is read, and so not by an answer that refuses it.
        server.addConnectorCustomizers(connector -> {
            if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
                http.setContinueResponseTiming("onRead");
            }
        });
        server.addContextCustomizers(context -> {
            Container host = context.getParent();
            host.getPipeline().addValve(new ServerProblems());
        });
    }
}
