require 'sinatra'
require 'mail'
require 'bunny'
require_relative 'lib/message'

Mail.defaults do
  delivery_method :smtp, address: ENV['SMTP_HOST'], user_name: 'notifier', password: ENV['SMTP_PASSWORD']
end

queue = Bunny.new(ENV['AMQP_URL']).start.create_channel.queue('orders', durable: true)

Thread.new do
  queue.subscribe(block: true) do |_info, _properties, body|
    message = Message.for(JSON.parse(body))
    next unless message

    begin
      Mail.deliver do
        from 'shop@acme.test'
        to message.to
        subject message.subject
        body message.text
      end
    rescue StandardError => e
      puts "failed: #{e}"
    end
  end
end

get '/' do
  'ok'
end
