SwaggerUIBundle({ url: '/openapi', dom_id: '#contract', deepLinking: true, docExpansion: 'list' });
